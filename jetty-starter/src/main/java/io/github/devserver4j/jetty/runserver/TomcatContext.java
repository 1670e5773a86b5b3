package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.DevServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.naming.NamingException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.eclipse.jetty.ee11.plus.webapp.EnvConfiguration;
import org.eclipse.jetty.ee11.webapp.AbstractConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.plus.jndi.NamingEntryUtil;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.Resources;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Binds the DataSources that an application made for Tomcat describes in {@code META-INF/context.xml}, unless
 * {@code --datasource} has bound another. Whatever else stands there is for Tomcat alone.
 */
final class TomcatContext extends AbstractConfiguration {

    private static final Logger LOG = System.getLogger("devserver");
    private static final String FILE = "META-INF/context.xml";

    private final DevServer devServer;

    TomcatContext(DevServer devServer) {
        super(new Builder().addDependents(EnvConfiguration.class, OtherJettysEnv.class));
        this.devServer = devServer;
    }

    @Override
    public void configure(WebAppContext context) throws Exception {
        Resource base = context.getBaseResource();
        Resource file = base == null ? null : base.resolve(FILE);
        if (file == null || !Resources.isReadableFile(file)) {
            return;
        }
        NodeList resources = read(file).getElementsByTagName("Resource");
        for (int i = 0; i < resources.getLength(); i++) {
            if (resources.item(i) instanceof Element resource) {
                bind(resource, context);
            }
        }
    }

    private void bind(Element resource, WebAppContext context) throws NamingException {
        String name = resource.getAttribute("name");
        if (!resource.getAttribute("type").equals("javax.sql.DataSource")) {
            LOG.log(
                    Level.WARNING,
                    "{0} of META-INF/context.xml is not bound: it is a {1}",
                    name,
                    resource.getAttribute("type"));
        } else if (NamingEntryUtil.lookupNamingEntry(context, name) == null) {
            TomcatDataSource.of(resource).bindIn(context, devServer);
        }
    }

    private static Element read(Resource file) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        try (InputStream in = file.newInputStream()) {
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        }
    }
}
