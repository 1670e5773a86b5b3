package com.example.blog;

public interface BlogMapper {

    Blog selectBlog(int id);
}
