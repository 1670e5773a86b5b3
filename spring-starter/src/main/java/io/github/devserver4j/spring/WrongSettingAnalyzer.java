package io.github.devserver4j.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells of a wrong setting as Spring Boot tells of failures. */
final class WrongSettingAnalyzer extends AbstractFailureAnalyzer<WrongSettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongSettingException cause) {
        return new FailureAnalysis(
                "A setting of devserver can't be used: " + cause.getMessage(),
                "Give it one of the values that are allowed, or remove it. devserver.enabled=false turns devserver off.",
                cause);
    }
}
