;;; glossator.el --- Quotations held against their sources, with eglot  -*- lexical-binding: t -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1") (eglot "1.9"))
;; Keywords: wp, tools

;;; Commentary:

;; Makes eglot start glossator in Markdown and plain text:
;;
;;   (load "/path/to/glossator/editors/emacs/glossator.el")
;;   (add-hook 'markdown-mode-hook #'eglot-ensure)

;;; Code:

(require 'eglot)

(defgroup glossator nil
  "A language server for annotated text."
  :group 'eglot)

(defcustom glossator-command '("glossator" "serve" "--stdio")
  "The program, and the arguments that make it serve an editor."
  :type '(repeat string))

(add-to-list 'eglot-server-programs
             (cons '((markdown-mode :language-id "markdown")
                     (gfm-mode :language-id "markdown")
                     (text-mode :language-id "plaintext"))
                   (lambda (&rest _) glossator-command)))

(provide 'glossator)
;;; glossator.el ends here
