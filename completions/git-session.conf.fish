# fish 3.6 passes over programs named git-* when it completes git: this lets `git session` complete
# as git-session does. Newer ones do it themselves, and show each candidate once all the same.

function __git_session_words_behind_git
    set -l words (commandline -opc)
    set -e words[1]
    while set -q words[1]
        switch $words[1]
            case -C -c --git-dir --work-tree --namespace
                set -e words[1]
            case '-*'
            case session
                string escape -- $words[2..]
                return 0
            case '*'
                return 1
        end
        set -e words[1]
    end
    return 1
end

complete -c git -f -n '__git_session_words_behind_git >/dev/null' \
    -a '(complete -C (string join " " -- git-session (__git_session_words_behind_git) (commandline -ct)))'
