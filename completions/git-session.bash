# bash completion for git-session, by itself and as `git session` through git's own completion.

# The words behind the verb's program, the last one up to the cursor, are in "$@".
__git_session_complete() {
    local current="${!#}" line word files="" prefix=""
    # readline replaces only what follows the last of these characters.
    case "$current" in
        *[=:]*) case "$COMP_WORDBREAKS" in *=*:* | *:*=*) prefix="${current%"${current##*[=:]}"}" ;; esac ;;
    esac
    COMPREPLY=()
    while IFS= read -r line; do
        case "$line" in
            $'\t'*) files="${line#$'\t'}" ;;
            *)
                word="${line%%$'\t'*}"
                printf -v word '%q' "${word#"$prefix"}"
                COMPREPLY+=("$word ")
                ;;
        esac
    done < <(git-session __complete -- "$@" 2>/dev/null)
    [ -n "$files" ] || return 0
    compopt -o filenames +o nospace 2>/dev/null
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(
        if [ "$files" = directories ]; then
            compgen -d -- "${current##*=}"
        else
            compgen -f -- "${current##*=}"
        fi
    )
}

# git's completion calls this for `git session`, with cur, words and cword set.
_git_session() {
    local first=1
    while [ "$first" -lt "$cword" ] && [ "${words[first]}" != session ]; do
        first=$((first + 1))
    done
    __git_session_complete "${words[@]:first+1:cword-first-1}" "$cur"
}

__git_session_program() {
    local cur words cword
    _get_comp_words_by_ref -n =: cur words cword
    __git_session_complete "${words[@]:1:cword-1}" "$cur"
}

complete -o nospace -F __git_session_program git-session
