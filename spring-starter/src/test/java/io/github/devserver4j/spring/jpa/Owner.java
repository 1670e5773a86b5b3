package io.github.devserver4j.spring.jpa;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
class Owner {

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    String name = "";

    @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL)
    List<Pet> pets = new ArrayList<>();
}
