package io.github.devserver4j.jetty.runserver;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line of {@code devserver.jar}. */
@Command(
        name = "devserver",
        description = "See in the terminal, per HTTP request, what really happened behind it.",
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Launcher {

    /** What follows is the application's. */
    private static final String END_OF_OPTIONS = "--";

    private Launcher() {}

    /** Runs the command and ends the JVM with its exit status: 0, 1 for a failure, 2 for wrong arguments. */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        List<String> all = List.of(arguments);
        int end = all.indexOf(END_OF_OPTIONS);
        List<String> own = end < 0 ? all : all.subList(0, end);
        RunServer runServer = new RunServer(end < 0 ? null : all.subList(end + 1, all.size()));
        CommandLine commandLine = new CommandLine(new Launcher()).addSubcommand(runServer);
        commandLine.setExecutionExceptionHandler(new Failures());
        commandLine.setParameterExceptionHandler(Launcher::wrongArguments);
        if (arguments.length == 0) {
            commandLine.usage(System.out);
            return CommandLine.ExitCode.USAGE;
        }
        return commandLine.execute(own.toArray(String[]::new));
    }

    private static int wrongArguments(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(command.getColorScheme().errorText("Error: " + wrong.getMessage()));
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    /** The version that the build put into the manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"devserver " + Versions.devServer()};
        }
    }
}
