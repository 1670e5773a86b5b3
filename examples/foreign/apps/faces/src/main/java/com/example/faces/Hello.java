package com.example.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

@Named
@RequestScoped
public class Hello {

    @Inject
    private Guests guests;

    private String name;
    private String message;

    public void greet() {
        guests.add(name);
        message = "Hello " + name;
    }

    public List<String> getGuests() {
        return guests.all();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getMessage() {
        return message;
    }
}
