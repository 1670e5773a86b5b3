package io.github.devserver4j.hibernate;

import jakarta.persistence.Cacheable;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;

@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
class Owner {

    @Id
    long id;

    String name = "";

    @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL)
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    List<Pet> pets = new ArrayList<>();

    protected Owner() {}

    Owner(long id, String name) {
        this.id = id;
        this.name = name;
    }

    String name() {
        return name;
    }
}
