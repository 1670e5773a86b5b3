# Spring Boot 4.1.2 on Tomcat, JPA and JDBC
build spring-boot target/4.1.2-tomcat/spring-boot.jar -Dboot=4.1.2 -Dserver=tomcat
ways agent runserver
GET /customers?lastName=Bauer
GET /count
POST /customers firstName=Nina&lastName=Myers
