package com.example.springpolls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The words shown around a poll, in each language. */
@Component
class Texts {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr");
    private static final List<String> LABELS =
            List.of("question", "state", "votes", "average", "lowest", "highest", "vote", "thanks", "share");

    private final Languages languages;

    Texts(Languages languages) {
        this.languages = languages;
    }

    /** Returns a text in the first language. */
    String text(String key) {
        return text(LANGUAGES.get(0), key);
    }

    /** Returns the labels of a poll, by language and name: a look into the cache for each of them. */
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
        return languages.texts(language).getProperty(key, key);
    }
}
