# Spring Boot 3.5.16 on Jetty, JPA and JDBC
build spring-boot target/3.5.16-jetty/spring-boot.jar -Dboot=3.5.16 -Dserver=jetty
ways agent runserver
GET /customers?lastName=Bauer
GET /count
POST /customers firstName=Nina&lastName=Myers
