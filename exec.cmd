@rem `npm run app` begins with the shell's `exec`, so that a signal to npm reaches the app; Windows has no such word.
@%*
