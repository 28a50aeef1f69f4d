# What `cmake --install` puts below the prefix: the program and those it starts, manual pages, and completions where
# bash, zsh and fish look for them by themselves. Included at the end of CMakeLists.txt.
install(TARGETS git-session RUNTIME DESTINATION bin)
install(TARGETS git-session-smtp git-session-http RUNTIME DESTINATION libexec/git-session)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/man/ DESTINATION share/man/man1 FILES_MATCHING PATTERN "*.1")
install(FILES ${PROJECT_SOURCE_DIR}/completions/git-session.bash
        DESTINATION share/bash-completion/completions RENAME git-session)
install(FILES ${PROJECT_SOURCE_DIR}/completions/_git-session DESTINATION share/zsh/site-functions)
install(FILES ${PROJECT_SOURCE_DIR}/completions/git-session.fish DESTINATION share/fish/vendor_completions.d)
install(FILES ${PROJECT_SOURCE_DIR}/completions/git-session.conf.fish
        DESTINATION share/fish/vendor_conf.d RENAME git-session.fish)
# `claude plugin marketplace add PREFIX/share/git-session` finds the plugin for Claude Code here.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/integrations/ DESTINATION share/git-session)
