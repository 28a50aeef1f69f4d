# fish completion for git-session; fish's completion of git uses it for `git session` too.

function __git_session_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    for line in (git-session __complete -- $words "$current" 2>/dev/null)
        switch $line
            case \tfiles
                __fish_complete_path "$current"
            case \tdirectories
                __fish_complete_directories "$current"
            case '*'
                printf '%s\n' $line
        end
    end
end

complete -c git-session -f -a '(__git_session_complete)'
