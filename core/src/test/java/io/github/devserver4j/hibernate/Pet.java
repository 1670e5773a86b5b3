package io.github.devserver4j.hibernate;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
class Pet {

    @Id
    long id;

    String name = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @Nullable
    Owner owner;

    @ManyToOne(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @Nullable
    Kind kind;

    protected Pet() {}

    Pet(long id, String name, Owner owner, Kind kind) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.kind = kind;
    }
}
