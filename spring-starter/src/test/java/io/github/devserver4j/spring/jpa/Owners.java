package io.github.devserver4j.spring.jpa;

import org.springframework.data.jpa.repository.JpaRepository;

interface Owners extends JpaRepository<Owner, Long> {}
