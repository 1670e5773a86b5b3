package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.DevServer;
import java.util.Hashtable;
import java.util.Properties;
import javax.naming.CompositeName;
import javax.naming.NamingException;
import javax.naming.Reference;
import javax.naming.StringRefAddr;
import javax.naming.spi.ObjectFactory;
import javax.sql.DataSource;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.plus.jndi.EnvEntry;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * A {@code Resource} of {@code META-INF/context.xml}: {@code name}, {@code url}, {@code username}, {@code password} and
 * settings of the pool. If it names a factory and the application brings that, as with tomcat-jdbc, the pool is the
 * application's; else it is the launcher's, in place of Tomcat's own.
 */
record TomcatDataSource(String name, String factory, Properties settings) {

    static TomcatDataSource of(Element resource) {
        Properties settings = new Properties();
        NamedNodeMap attributes = resource.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            settings.setProperty(
                    attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
        return new TomcatDataSource(settings.getProperty("name"), settings.getProperty("factory", ""), settings);
    }

    /** Binds it; to be called when the application's class loader is there. */
    void bindIn(WebAppContext context, DevServer devServer) throws NamingException {
        ObjectFactory applications = applicationsFactory(context.getClassLoader());
        if (applications == null) {
            launchersPool().bindIn(context, devServer);
        } else {
            DataSource pool = madeBy(applications);
            EnvEntry entry = new EnvEntry(context, name, pool, true);
            context.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStopped(LifeCycle stopped) {
                    entry.release(); // else it would keep the application's class loader
                    close(pool);
                }
            });
        }
    }

    /** The application's factory; null if there is none. */
    private @Nullable ObjectFactory applicationsFactory(ClassLoader application) throws NamingException {
        if (factory.isEmpty()) {
            return null;
        }
        try {
            return (ObjectFactory)
                    application.loadClass(factory).getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException tomcats) {
            return null;
        } catch (ReflectiveOperationException | LinkageError failure) {
            throw failed(failure);
        }
    }

    /** Pools have a method for it, and no interface. */
    private static void close(DataSource pool) {
        try {
            pool.getClass().getMethod("close").invoke(pool);
        } catch (ReflectiveOperationException noPool) {
            // nothing to be closed
        }
    }

    private JndiDataSource launchersPool() {
        Properties login = new Properties();
        copy("username", login, "user");
        copy("password", login, "password");
        return new JndiDataSource(name, settings.getProperty("url", ""), login);
    }

    private void copy(String setting, Properties target, String property) {
        String value = settings.getProperty(setting);
        if (value != null) {
            target.setProperty(property, value);
        }
    }

    @SuppressWarnings("JdkObsolete") // as the factory takes it
    private DataSource madeBy(ObjectFactory applications) throws NamingException {
        Reference reference = new Reference(DataSource.class.getName(), factory, null);
        settings.forEach(
                (setting, value) -> reference.add(new StringRefAddr(String.valueOf(setting), String.valueOf(value))));
        try {
            return (DataSource)
                    applications.getObjectInstance(reference, new CompositeName(name), null, new Hashtable<>());
        } catch (Exception failure) {
            throw failed(failure);
        }
    }

    private NamingException failed(Throwable cause) {
        NamingException failed = new NamingException(name + " of META-INF/context.xml can't be made");
        failed.initCause(cause);
        return failed;
    }
}
