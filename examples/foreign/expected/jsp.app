build jsp target/jsp.war
ways runserver tomcat
GET /
GET /test.jsp
