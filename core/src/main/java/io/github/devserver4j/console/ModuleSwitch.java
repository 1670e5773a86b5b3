package io.github.devserver4j.console;

/** Whether the application's logging configuration leaves a module on. Thread-safe. */
@FunctionalInterface
interface ModuleSwitch {

    /** Every module is on. */
    ModuleSwitch ALL_ON = tag -> true;

    /** Whether the module that prints under this tag is on, by the logger {@code devserver.TAG}. */
    boolean isOn(String tag);
}
