# Spring Boot 3.5.16 on Undertow, JPA and JDBC
build spring-boot target/3.5.16-undertow/spring-boot.jar -Dboot=3.5.16 -Dserver=undertow
ways agent runserver
GET /customers?lastName=Bauer
GET /count
POST /customers firstName=Nina&lastName=Myers
