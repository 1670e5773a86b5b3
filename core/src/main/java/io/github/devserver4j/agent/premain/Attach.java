package io.github.devserver4j.agent.premain;

import com.sun.tools.attach.VirtualMachine;

/** The main class of a JVM that attaches the agent to another one, which may not do so by itself. */
public final class Attach {

    private Attach() {}

    /**
     * Attaches the agent and ends, with status 1 and one line on standard error if that is not possible.
     *
     * @param arguments the process, the agent's jar, and its options, which may be empty
     */
    public static void main(String[] arguments) {
        try {
            VirtualMachine machine = VirtualMachine.attach(arguments[0]);
            try {
                machine.loadAgent(arguments[1], arguments[2]);
            } finally {
                machine.detach();
            }
        } catch (Exception | LinkageError failure) {
            System.err.println(failure);
            System.exit(1);
        }
    }
}
