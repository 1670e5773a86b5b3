build faces target/faces.war
ways runserver tomcat
GET /
GET /hello.xhtml
