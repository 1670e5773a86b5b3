@NullMarked
package com.example.tellybug;

import org.jspecify.annotations.NullMarked;
