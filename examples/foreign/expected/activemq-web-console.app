maven org.apache.activemq:activemq-web-console:6.1.8:war
ways runserver tomcat
GET /
