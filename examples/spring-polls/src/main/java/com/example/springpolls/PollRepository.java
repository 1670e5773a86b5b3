package com.example.springpolls;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface PollRepository extends JpaRepository<Poll, Long> {

    @Query("select new com.example.springpolls.PollState(p.id, p.state, e.title) from Poll p join p.event e"
            + " where e.slug = :slug and e.enabled = true order by e.startTime desc")
    List<PollState> findStates(String slug, Limit limit);

    @Query("select p.votes from Poll p where p.id = :id")
    List<Long> findVotes(long id);

    /** Returns how many polls took it: none if it is not open. */
    @Modifying
    @Query("update Poll p set p.total = p.total + :value, p.votes = p.votes + 1 where p.id = :id and p.state = 'open'")
    int count(long id, int value);

    @Query(nativeQuery = true, value = "select pg_sleep(0.3)")
    String sleep();

    /** Asks for a column that no table has, and so always fails. */
    @Query(nativeQuery = true, value = "select colour from polls_event")
    List<String> findColours();
}
