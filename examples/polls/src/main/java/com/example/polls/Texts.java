package com.example.polls;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The words shown around a poll, in each language, from {@code texts_xx.properties}. Thread-safe. */
final class Texts {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr");
    private static final List<String> LABELS =
            List.of("question", "state", "votes", "average", "lowest", "highest", "vote", "thanks", "share");

    private final LoadingCache<String, Properties> languages;

    Texts(Ticker ticker) {
        this.languages = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(PollService.TIME_TO_LIVE)
                .build(Texts::load);
    }

    /** Returns a text in the first language. */
    String text(String key) {
        return text(LANGUAGES.get(0), key);
    }

    /** Returns the labels of a poll, by language and name. */
    Map<String, Map<String, String>> labels() {
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            Map<String, String> texts = new LinkedHashMap<>();
            LABELS.forEach(label -> texts.put(label, text(language, label)));
            labels.put(language, texts);
        }
        return labels;
    }

    private String text(String language, String key) {
        return languages.get(language).getProperty(key, key);
    }

    private static Properties load(String language) throws IOException {
        String name = "texts_" + language + ".properties";
        try (InputStream bytes = Texts.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new FileNotFoundException(name);
            }
            Properties texts = new Properties();
            Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
            texts.load(reader);
            return texts;
        }
    }
}
