build mybatis target/mybatis.war
ways runserver tomcat
GET /
GET /blog?id=101
