maven org.apache.wicket:wicket-examples:9.0.0:war
ways runserver tomcat
GET /
