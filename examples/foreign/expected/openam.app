maven org.openidentityplatform.openam:openam-server:16.0.5:war
ways tomcat
GET /
