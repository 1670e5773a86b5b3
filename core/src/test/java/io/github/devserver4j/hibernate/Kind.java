package io.github.devserver4j.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;

@Entity
@NaturalIdCache(region = "kinds")
class Kind {

    @Id
    long id;

    @NaturalId
    String name = "";

    protected Kind() {}

    Kind(long id, String name) {
        this.id = id;
        this.name = name;
    }
}
