package com.example.javaee;

import javax.servlet.ServletContextListener;

/** A listener from before the packages were renamed. */
public final class OldListener implements ServletContextListener {}
