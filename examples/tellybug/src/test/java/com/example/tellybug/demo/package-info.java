@NullMarked
package com.example.tellybug.demo;

import org.jspecify.annotations.NullMarked;
