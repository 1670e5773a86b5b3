package javax.servlet;

/** To compile an application against that is not to find it. */
public interface ServletContextListener {}
