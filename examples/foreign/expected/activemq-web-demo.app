maven org.apache.activemq:activemq-web-demo:6.1.8:war
ways runserver tomcat
GET /
