# Spring Boot 4.1.2 on Jetty, JPA and JDBC
build spring-boot target/4.1.2-jetty/spring-boot.jar -Dboot=4.1.2 -Dserver=jetty
ways agent runserver
GET /customers?lastName=Bauer
GET /count
POST /customers firstName=Nina&lastName=Myers
