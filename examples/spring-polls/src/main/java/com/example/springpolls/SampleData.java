package com.example.springpolls;

import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the database as the servlet version does: {@code doi}, 25 towns with one to three polls each, a disabled event; before requests are taken. */
@Component
class SampleData implements SmartInitializingSingleton {

    private static final LocalDateTime DOI_STARTS = LocalDateTime.of(2012, 3, 5, 17, 0);
    private static final long DOI_POLL = 2011343691L;

    private static final List<String> TOWNS = List.of(
            "Aachen", "Bern", "Cork", "Dijon", "Espoo", "Faro", "Gdansk", "Halle", "Ipswich", "Jena", "Kiel", "Lyon",
            "Malmo", "Nantes", "Oslo", "Porto", "Quimper", "Riga", "Split", "Turin", "Ulm", "Vigo", "Wels", "Xanten",
            "York");

    private static final List<String> QUESTIONS =
            List.of("How did you like the talks?", "How was the food & drink?", "Would you recommend us to a friend?");

    private final EntityManager entities;

    SampleData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        if (entities.find(Event.class, 1L) != null) {
            return; // by another context on the same database
        }
        Event doi = event(1, "doi", "Day of Innovation", true, DOI_STARTS);
        poll(DOI_POLL, doi, "How do you rate the Day of Innovation?", Poll.OPEN, 1512, 204);
        for (int town = 0; town < TOWNS.size(); town++) {
            insertTown(town + 2, TOWNS.get(town), 1 + town % 3);
        }
        Event rehearsal = event(99, "rehearsal", "Rehearsal, not public", false, DOI_STARTS.minusYears(1));
        poll(9901, rehearsal, "Does this work?", Poll.OPEN, 0, 0);
    }

    private void insertTown(int id, String town, int pollCount) {
        Event event = event(id, town.toLowerCase(Locale.ROOT), "Meeting in " + town, true, DOI_STARTS.minusWeeks(id));
        String state = id % 4 == 0 ? "closed" : Poll.OPEN;
        for (int poll = 0; poll < pollCount; poll++) {
            int votes = 10 + (7 * id + 3 * poll) % 40;
            poll(100L * id + poll, event, QUESTIONS.get(poll), state, votes * (4L + (id + poll) % 5), votes);
        }
    }

    private Event event(long id, String slug, String title, boolean enabled, LocalDateTime start) {
        Event event = new Event(id, slug, title, enabled, start);
        entities.persist(event);
        return event;
    }

    private void poll(long id, Event event, String question, String state, long total, long votes) {
        entities.persist(new Poll(id, event, question, state, total, votes));
    }
}
