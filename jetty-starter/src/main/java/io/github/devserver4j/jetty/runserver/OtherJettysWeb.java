package io.github.devserver4j.jetty.runserver;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.jetty.ee11.webapp.Configuration;
import org.eclipse.jetty.ee11.webapp.JettyWebXmlConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;

/**
 * Reads {@code WEB-INF/jetty-web.xml} as Jetty does; one that is made for another version, and so can't be applied, is
 * left out with a warning. It tunes the server and is no part of the application.
 */
final class OtherJettysWeb extends JettyWebXmlConfiguration {

    private static final Logger LOG = System.getLogger("devserver");

    @Override
    public Class<? extends Configuration> replaces() {
        return JettyWebXmlConfiguration.class;
    }

    @Override
    public void configure(WebAppContext context) {
        try {
            super.configure(context);
        } catch (Exception | LinkageError inapplicable) {
            LOG.log(Level.WARNING, "WEB-INF/jetty-web.xml is left out: {0}", Failures.oneLine(inapplicable));
        }
    }
}
