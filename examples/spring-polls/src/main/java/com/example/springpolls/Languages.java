package com.example.springpolls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** Reads {@code texts_xx.properties}, which the servlet version has, too. */
@Component
class Languages {

    @Cacheable("texts")
    public Properties texts(String language) {
        ClassPathResource file = new ClassPathResource("com/example/polls/texts_" + language + ".properties");
        try {
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(file, StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
