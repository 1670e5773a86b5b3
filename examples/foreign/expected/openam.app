# The largest WAR of all
maven org.openidentityplatform.openam:openam-server:16.0.5:war
ways tomcat
GET /isAlive.jsp
