package io.github.devserver4j.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Notes where a bound value stands: {@code class path resource [application.yaml] - 12:5}. */
final class OriginNote implements BindHandler {

    private final String[] origin;

    /** Notes it in the first element. */
    OriginNote(String[] origin) {
        this.origin = origin;
    }

    @Override
    public @Nullable Object onSuccess(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, @Nullable Object result) {
        if (context.getConfigurationProperty() != null
                && context.getConfigurationProperty().getOrigin() != null) {
            origin[0] = context.getConfigurationProperty().getOrigin().toString();
        }
        return result;
    }
}
