package io.github.devserver4j.spring;

/** A setting of devserver has a value that is not allowed; the message names the setting, where it stands and what is. */
final class WrongSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongSettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
