package io.github.devserver4j.jetty.runserver;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints a failure as one line, {@code Error: ...}; with {@code --traceback} its stack trace, too. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult result) {
        String message = failure instanceof LaunchException ? failure.getMessage() : oneLine(failure);
        commandLine.getErr().println(commandLine.getColorScheme().errorText("Error: " + message));
        if (result.hasMatchedOption("--traceback")) {
            failure.printStackTrace(commandLine.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The class and message of the innermost cause, and where in the code it came from. */
    static String oneLine(Throwable failure) {
        Throwable root = rootOf(failure);
        String text = root.toString().lines().map(String::strip).reduce("", (a, b) -> (a + " " + b).strip());
        StackTraceElement[] stack = root.getStackTrace();
        return stack.length == 0 ? text : text + " (at " + stack[0] + ")";
    }

    static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = root.getCause(); cause != null; cause = root.getCause()) {
            root = cause; // never itself: getCause() tells none then
        }
        return root;
    }
}
