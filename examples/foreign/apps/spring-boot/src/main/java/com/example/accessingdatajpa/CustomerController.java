package com.example.accessingdatajpa;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class CustomerController {

    private final CustomerRepository repository;
    private final JdbcTemplate jdbcTemplate;

    public CustomerController(CustomerRepository repository, JdbcTemplate jdbcTemplate) {
        this.repository = repository;
        this.jdbcTemplate = jdbcTemplate;
    }

    @GetMapping("/customers")
    public List<Customer> byLastName(@RequestParam String lastName) {
        return repository.findByLastName(lastName);
    }

    @PostMapping("/customers")
    public Customer save(@RequestParam String firstName, @RequestParam String lastName) {
        return repository.save(new Customer(firstName, lastName));
    }

    @GetMapping("/count")
    public Long count() {
        return jdbcTemplate.queryForObject("SELECT count(*) FROM customer", Long.class);
    }
}
