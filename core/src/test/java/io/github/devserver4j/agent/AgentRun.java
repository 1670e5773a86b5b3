package io.github.devserver4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs applications in JVMs of their own: under the packaged agent, or wired by hand. */
final class AgentRun {

    private static final Path AGENT = Path.of("target", "devserver-agent.jar");
    private static final Pattern LAST_LINE = Pattern.compile("\\[\\d\\d/.*\\] \"[A-Z]+ /.*");

    private AgentRun() {}

    /** The blocks of an application that has no devserver on its class path. */
    static List<String> underAgent(ChildJvm jvm, Class<?> application, String... options) throws Exception {
        return blocks(output(jvm, application, with(options, option())));
    }

    /** What gives an application the agent. */
    static String option() {
        assertThat(AGENT).isRegularFile();
        return "-javaagent:" + AGENT.toAbsolutePath();
    }

    /** What an application prints that has no devserver on its class path, with these options of the JVM alone. */
    static ChildJvm.Output output(ChildJvm jvm, Class<?> application, String... options) throws Exception {
        return jvm.with(AgentRun::isApplications).run(application, options);
    }

    /** What an application under the agent prints. */
    static ChildJvm.Output outputUnderAgent(ChildJvm jvm, Class<?> application, String... options) throws Exception {
        ChildJvm.Output output = output(jvm, application, with(options, option()));
        assertThat(output.err()).isEmpty();
        assertThat(output.status()).as(output.out()).isZero();
        return output;
    }

    /** The blocks of an application that wires devserver by itself. */
    static List<String> plain(Class<?> application, String... options) throws Exception {
        return blocks(ChildJvm.like().run(application, options));
    }

    /** The blocks of an application that wires devserver by itself and is under the agent as well. */
    static List<String> plainUnderAgent(ChildJvm jvm, Class<?> application, String... options) throws Exception {
        return blocks(jvm.run(application, with(options, option())));
    }

    /** All JDKs that tests run on. */
    static Stream<ChildJvm> jvms() {
        return System.getenv(ChildJvm.SECOND_JDK_HOME) == null
                ? Stream.of(ChildJvm.like())
                : Stream.of(ChildJvm.like(), ChildJvm.onSecondJdk());
    }

    private static String[] with(String[] options, String last) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add(last);
        return all.toArray(String[]::new);
    }

    /** Keeps a JDK from warning of what libraries do by themselves. */
    static String[] quiet(ChildJvm jvm, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Dnet.spy.log.LoggerImpl=net.spy.memcached.compat.log.SLF4JLogger");
        all.add("-Daws.java.v1.disableDeprecationAnnouncement=true");
        if (!jvm.home().equals(ChildJvm.like().home())) {
            all.add("--enable-native-access=ALL-UNNAMED");
            all.add("--sun-misc-unsafe-memory-access=allow");
        }
        return all.toArray(String[]::new);
    }

    private static boolean isApplications(String entry) {
        Path path = Path.of(entry);
        boolean own = path.getFileName().toString().startsWith("devserver-core")
                || Files.exists(path.resolve("io/github/devserver4j/DevServer.class"));
        return !own && !path.getFileName().toString().startsWith("p6spy");
    }

    private static List<String> blocks(ChildJvm.Output output) {
        assertThat(output.err()).isEmpty();
        assertThat(output.status()).as(output.out()).isZero();
        return blocksIn(output.out());
    }

    /** Times, dates and memory masked; without waits for connections, which are told where they were long. */
    static List<String> blocksIn(String output) {
        List<String> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : output.lines().toList()) {
            boolean last = LAST_LINE.matcher(line).matches();
            if (last || line.startsWith("    ")) {
                block.add(masked(line));
            }
            if (last) {
                // a long line is broken, and it is the longer the longer it took
                blocks.add(String.join("\n", block)
                        .replaceAll("(\\[http] .*)\n +-- at ", "$1, at ")
                        .replaceAll("(?m)^.*waited Tms for a connection\\R.*-- at .*\\R", ""));
                block.clear();
            }
        }
        assertThat(block).isEmpty();
        return blocks;
    }

    private static String masked(String line) {
        return line.replaceAll("^\\[\\d.*?\\]", "[DATE]")
                .replaceAll("first byte after \\d+ms, ", "") // told where it took long
                .replaceAll("\\d+(\\.\\d+)?ms", "Tms")
                .replaceAll("^ {5,}", "     ") // as far as the time is long
                .replaceAll("time: [0-9.]+s", "time: T")
                .replaceAll("mem: [0-9.]+ [A-Za-z]+", "mem: M");
    }
}
