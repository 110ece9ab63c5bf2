## repo: folders, files and git repositories

# Folders and files
repo-path-missing = There is no such file or folder
repo-hint-path-missing = Check the spelling of the path, capitals and accents too.
repo-denied = There is no permission to read this
repo-hint-denied = Check the permissions of the file and of the folders that hold it.
repo-unreadable = The system does not let this be read
repo-file-missing = There is no such file in the policy
repo-file-left-out = This file is not part of the policy: names that begin with a dot and the folders “node_modules” and “target” are left out
repo-hint-left-out = Files that git ignores are left out too; “git check-ignore -v FILE” tells by which rule.
repo-hint-did-you-mean = Did you mean { $names }?
repo-file-too-large = The file is too large: at most { $limit } MiB are read
repo-hint-file-too-large = Split the file, or take it out of the policy's folder.
repo-too-many-files = There are too many files: a policy holds at most { $limit }, folders included
repo-hint-too-many-files = Name the policy's folder; a file gaceta.toml in it marks where it begins.

# What is skipped
repo-symbolic-link = This is a symbolic link and is not followed, because it could lead out of the policy
repo-hint-symbolic-link = Put a copy of the file or folder in its place.
repo-submodule = This is another repository (a submodule or a clone) and is not read as part of this one
repo-hint-submodule = To look at it, run gaceta inside that folder.
repo-special-file = This is neither a file nor a folder, but a pipe, a device or the like
repo-name-not-utf8 = The name is not UTF-8
repo-name-refused = No document can have this name: backslashes, control characters and the names “.” and “..” are not allowed
repo-hint-rename = Rename it; letters, digits, hyphens and dots are safest.
repo-duplicate-name = This name stands twice in the same folder; only the first is read
repo-too-deep = The folder lies too deep
repo-path-too-long = The path is too long
repo-hint-shorter-path = Move the folder nearer to the policy's root.
repo-unwritable = It cannot be written
repo-hint-unwritable = Check the permissions of the file and of the folder that holds it; the file is as it was.
repo-changed-meanwhile = The file changed while it was being mended, and was left alone
repo-hint-changed-meanwhile = Run the command again.
repo-not-a-folder = These files do not lie in a folder and cannot be changed
repo-ignore-rules-refused = This file of ignore rules is not used, because it is a link, is too large or makes no sense
repo-hint-ignore-rules = Put a plain file of less than 256 KiB in its place.

# Repositories
repo-no-repository = There is no git repository here, nor in the folders above
repo-hint-no-repository = Earlier versions can only be read inside a clone of the repository; to make one: git clone ADDRESS
repo-broken-git-file = The file “.git” leads to no repository
repo-hint-broken-git-file = If the folder was moved: git worktree repair; if it is a submodule: git submodule update --init
repo-objects-unreadable = The repository's object database cannot be opened
repo-config-unreadable = The repository's configuration makes no sense
repo-format-refused = The repository has a format that gaceta cannot read: { $format }
repo-hint-reference-format = It can be converted with: git refs migrate --ref-format=files
repo-hint-format = The files of the folder can be read all the same: try without naming a revision.
repo-reference-broken = The reference “{ $name }” is broken
repo-hint-fsck = To check the repository: git fsck
repo-index-unreadable = Git's index cannot be read
repo-hint-index-unreadable = If it is split or sparse, it can be given its plain form with: git update-index --no-split-index; git sparse-checkout reapply --no-sparse-index. If it is damaged, delete this file and make it anew with: git reset
repo-index-conflict = The file is in conflict after a merge, so that the index has no single version of it
repo-hint-index-conflict = Resolve the conflict and mark it as resolved: git add FILE
repo-no-commits = The repository has no commit yet
repo-hint-no-commits = Make the first one: git add . && git commit

# Revisions
repo-revision-unknown = No tag, branch or commit is called “{ $revision }”
repo-hint-list-revisions = To see the tags and branches: git tag --list; git branch --all
repo-hint-fetch-tags = This clone holds only what is newest. To fetch the rest: git fetch --unshallow --tags (in GitHub Actions, “fetch-depth: 0” for actions/checkout)
repo-revision-ambiguous = Several commits begin with “{ $revision }”: { $candidates }
repo-hint-more-digits = Write more digits of the id.
repo-revision-form = The revision “{ $revision }” makes no sense here: write a tag, a branch or an id, with steps back such as “~2” or “^”
repo-not-a-commit = “{ $revision }” is no version of the repository: it names a file or a folder, not a commit
repo-no-ancestor = “{ $revision }” lies before the first commit
repo-history-ends = The history of this clone ends before a commit that “{ $one }” and “{ $other }” have in common
repo-unrelated = “{ $old }” and “{ $new }” have no commit in common
repo-hint-unrelated = Without a common history nobody knows which document is which. Compare two folders instead: put each version into its own with: git worktree add FOLDER REVISION
repo-folder-outside = This folder lies outside the repository
repo-folder-not-in-revision = There is no folder “{ $folder }” in “{ $revision }”
repo-hint-list-folders = To see the folders of that revision: git ls-tree -r -d --name-only { $revision }
repo-object-missing = An object of git is missing from this clone: { $id }
repo-hint-refetch = The clone is incomplete. To fetch everything: git fetch --refetch --no-filter
repo-hint-fetch-object = To fetch this object only: git cat-file -t { $id }
repo-hint-unshallow = This clone holds only what is newest. To fetch the whole history: git fetch --unshallow
repo-object-corrupt = An object of git is corrupt or not what it should be: { $id }
