package io.github.devserver4j.jetty.runserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee11.plus.webapp.EnvConfiguration;
import org.eclipse.jetty.ee11.webapp.Configuration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.resource.Resources;

/**
 * Reads {@code WEB-INF/jetty-env.xml} as Jetty does, also when it names the classes by the packages that they had in
 * Jetty 9 to 12.0: what it binds is the same in all of them.
 */
final class OtherJettysEnv extends EnvConfiguration {

    private static final String FILE = "jetty-env.xml";
    private static final Pattern MOVED =
            Pattern.compile("\\borg\\.eclipse\\.jetty\\.(?:ee\\d+\\.)?(servlet|webapp)\\.");

    @Override
    public Class<? extends Configuration> replaces() {
        return EnvConfiguration.class;
    }

    @Override
    public void configure(WebAppContext context) throws Exception {
        Resource webInf = context.getWebInf();
        Resource file = webInf == null ? null : webInf.resolve(FILE);
        if (file != null && Resources.isReadableFile(file)) {
            context.setAttribute(JETTY_ENV_XML, ResourceFactory.of(context).newResource(forThisJetty(file, context)));
        }
        super.configure(context);
    }

    private static Path forThisJetty(Resource file, WebAppContext context) throws Exception {
        try (InputStream in = file.newInputStream()) {
            String text = new String(in.readAllBytes(), UTF_8);
            Path copy = context.getTempDirectory().toPath().resolve(FILE);
            return Files.writeString(copy, MOVED.matcher(text).replaceAll("org.eclipse.jetty.ee11.$1."));
        }
    }
}
