## pdf
