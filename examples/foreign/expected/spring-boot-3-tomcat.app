# Spring Boot 3.5.16 on Tomcat, JPA and JDBC
build spring-boot target/3.5.16-tomcat/spring-boot.jar -Dboot=3.5.16 -Dserver=tomcat
ways agent runserver
GET /customers?lastName=Bauer
GET /count
POST /customers firstName=Nina&lastName=Myers
