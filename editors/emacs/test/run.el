;;; run.el --- glossator in a real Emacs, over the sample draft  -*- lexical-binding: t -*-

;;; Commentary:

;; `run' beside this file starts it, prepares the folder and counts what is said here.

;;; Code:

(setq load-prefer-newer t
      make-backup-files nil
      auto-save-default nil
      create-lockfiles nil
      inhibit-message t
      eglot-autoshutdown t
      eglot-sync-connect 60
      eglot-confirm-server-initiated-edits nil
      enable-local-variables nil)
(require 'eglot)
(require 'flymake)
(require 'xref)
(require 'markdown-mode nil t)
(load (expand-file-name "emacs/glossator.el" (getenv "GLOSSATOR_TEST_EDITORS")))

(defvar test-patience (string-to-number (getenv "GLOSSATOR_TEST_PATIENCE")))
(defvar test-folder (file-name-as-directory (getenv "GLOSSATOR_TEST_FOLDER")))

(defun test-say (form &rest values)
  "Print a line: FORM with VALUES."
  (princ (concat (apply #'format form values) "\n")))

(defun test-check (name holds &optional detail)
  "Say whether the assertion NAME HOLDS, and DETAIL if it does not."
  (test-say "%s - %s" (if holds "ok" "not ok") name)
  (unless holds
    (test-say "%s" (or detail ""))))

(defun test-wait (condition)
  "Wait until CONDITION gives something, and give that."
  (let ((end (+ (float-time) test-patience)) got)
    (while (and (not (setq got (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    got))

(defun test-go-to (words)
  "Put the cursor on the first letter of WORDS."
  (goto-char (point-min))
  (let ((case-fold-search nil))
    (re-search-forward (replace-regexp-in-string " " "\\s-+" (regexp-quote words) t t)))
  (goto-char (match-beginning 0)))

(defun test-mode (file)
  "The mode in which FILE is opened, where markdown-mode is not installed."
  (cond ((not (string-suffix-p ".md" file)) #'text-mode)
        ((fboundp 'markdown-mode) #'markdown-mode)
        (t #'text-mode)))

(defun test-open (file)
  "Visit FILE with the server running."
  (find-file (expand-file-name file test-folder))
  (funcall (test-mode file))
  (apply #'eglot (eglot--guess-contact))
  (test-wait #'eglot-current-server)
  (flymake-mode 1)
  (flymake-start))

(defun test-close ()
  "Forget what was typed, and end the server."
  (when (eglot-current-server)
    (ignore-errors (eglot-shutdown (eglot-current-server) nil 5)))
  (dolist (buffer (buffer-list))
    (when (buffer-file-name buffer)
      (with-current-buffer buffer (set-buffer-modified-p nil))
      (kill-buffer buffer))))

(defmacro test-scenario (name &rest body)
  "Run BODY; what stops it is a failure that is called NAME."
  (declare (indent 1))
  `(progn
     (test-say "# %s" ,name)
     (condition-case problem
         (progn ,@body)
       (error (test-check (concat ,name " comes to its end") nil (format "%S" problem))))
     (ignore-errors (test-close))))

(defun test-hover (words)
  "What eldoc shows on WORDS, without properties."
  (test-go-to words)
  (let ((answers nil))
    (test-wait
     (lambda ()
       (eglot-hover-eldoc-function (lambda (text &rest _) (when text (push text answers))))
       (let ((end (+ (float-time) (/ test-patience 4))))
         (while (and (not answers) (< (float-time) end))
           (accept-process-output nil 0.05)))
       answers))
    (replace-regexp-in-string "[ \n]+" " " (substring-no-properties (or (car answers) "")))))

(defun test-codes ()
  "The codes of what flymake shows, in the order of the text."
  (mapcar (lambda (found)
            (let ((said (alist-get 'eglot-lsp-diag (flymake-diagnostic-data found))))
              (plist-get said :code)))
          (sort (flymake-diagnostics)
                (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(defun test-finding (words)
  "What flymake shows on WORDS."
  (seq-find (lambda (found)
              (equal words (buffer-substring-no-properties (flymake-diagnostic-beg found)
                                                           (flymake-diagnostic-end found))))
            (flymake-diagnostics)))

(defun test-complete (typed name)
  "Type TYPED on an empty line, take NAME from what is offered, and give the line."
  (goto-char (point-min))
  (delete-region (point) (line-end-position))
  (insert typed)
  (let ((completion-in-region-function
         (lambda (start end table predicate)
           ;; What a list of completions does: it filters by the styles of the category, and ends with the exit function.
           (let* ((string (buffer-substring-no-properties start end))
                  (metadata (completion-metadata string table predicate))
                  (all (completion-all-completions string table predicate (length string) metadata)))
             (when (consp all)
               (setcdr (last all) nil))
             (let ((chosen (seq-find (lambda (one) (equal (substring-no-properties one) name)) all)))
               (when chosen
                 (delete-region start end)
                 (insert (substring-no-properties chosen))
                 (funcall (plist-get completion-extra-properties :exit-function) chosen 'finished)))))))
    (completion-at-point))
  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(defun test-fix (words)
  "Apply the preferred fix on WORDS, and give its title."
  (test-go-to words)
  (let* ((fixes (append (eglot-code-actions (point) (point) "quickfix") nil))
         (fix (or (seq-find (lambda (one) (eq t (plist-get one :isPreferred))) fixes) (car fixes))))
    (when fix
      (if (fboundp 'eglot-execute)
          (eglot-execute (eglot-current-server) fix)
        (eglot--apply-workspace-edit (plist-get fix :edit))))
    (plist-get fix :title)))

(test-scenario "a draft is opened"
  (test-open "essay.md")
  (test-wait #'flymake-diagnostics)
  (let ((wanted (split-string (getenv "GLOSSATOR_TEST_CODES"))))
    (test-wait (lambda () (= (length wanted) (length (flymake-diagnostics)))))
    (test-check "as many findings are marked as the sample has altered quotations"
                (= (length wanted) (length (flymake-diagnostics)))
                (mapconcat #'flymake-diagnostic-text (flymake-diagnostics) "\n")))
  (let ((found (test-finding "firmly")))
    (test-check "a word too many is marked by itself"
                (and found (string-match-p "“firmly” was added" (flymake-diagnostic-text found))))
    (test-check "as a warning" (and found (eq 'eglot-warning (flymake-diagnostic-type found)))))
  (let ((found (test-finding "will change")))
    (test-check "a lost “not” is an error" (and found (eq 'eglot-error (flymake-diagnostic-type found))))))

(test-scenario "eldoc is asked"
  (test-open "essay.md")
  (let ((shown (test-hover "Five Principles of Peaceful Coexistence](")))
    (test-check "on a term, it shows what a source says it is"
                (string-match-p "mutual respect for territorial integrity and sovereignty" shown) shown)
    (test-check "with that source" (string-match-p "The Objective of CPC's International Relations, line 19" shown) shown))
  (let ((shown (test-hover "durable peace and common prosperity")))
    (test-check "on a quotation, the passage that it is from"
                (string-match-p "and works with other countries in pursuing this goal" shown) shown))
  (let ((shown (test-hover "against hegemony")))
    (test-check "on an altered one, what was changed as well" (string-match-p "“firmly” was added" shown) shown)))

(test-scenario "M-. is pressed"
  (test-open "essay.md")
  (let ((draft (current-buffer)))
    (test-go-to "We hope to have a peaceful")
    (call-interactively #'xref-find-definitions)
    (test-check "on a quotation, M-. opens the source that it is from"
                (string-suffix-p "objective-of-cpc-international-relations.txt" (buffer-file-name)) (buffer-file-name))
    (test-check "at its words" (looking-at-p "We hope to have a peaceful international environment"))
    (let ((there (current-buffer)))
      (funcall (if (fboundp 'xref-go-back) #'xref-go-back #'xref-pop-marker-stack))
      (test-check "M-, goes back to the draft" (and (eq draft (current-buffer)) (not (eq there draft)))))))

(test-scenario "C-M-i is pressed"
  (with-temp-file (expand-file-name "new.md" test-folder) (insert "\n\n# Notes\n"))
  (test-open "new.md")
  (let ((five "Five Principles of Peaceful Coexistence") line)
    (setq line (test-complete "The five principles of pea" five))
    (test-check "several words that were typed become the whole name" (equal line (concat "The " five)) line)
    (setq line (test-complete "The fppc" five))
    (test-check "initials become the name" (equal line (concat "The " five)) line)
    (setq line (test-complete "“Peace” and the harm" "harmonious world"))
    (test-check "a name behind curly marks is completed" (equal line "“Peace” and the harmonious world") line)))

(test-scenario "a fix is chosen"
  (test-open "essay.md")
  (test-wait (lambda () (test-finding "firmly")))
  (let ((before (buffer-string)) title)
    (setq title (test-fix "firmly"))
    (test-check "it is called by what it does" (equal title "Restore the source's wording") title)
    (test-check "it puts the source's words in, and changes nothing else"
                (equal (buffer-string) (replace-regexp-in-string "firmly " "" before t t)))
    (test-check "and the finding goes"
                (and title (test-wait (lambda () (not (seq-find (lambda (found)
                                                                 (string-match-p "firmly" (flymake-diagnostic-text found)))
                                                               (flymake-diagnostics)))))))
    (test-fix "will change")
    (save-buffer)
    (test-check "the mended text is saved"
                (string-match-p "progress will not change”"
                                (with-temp-buffer
                                  (insert-file-contents (expand-file-name "essay.md" test-folder))
                                  (buffer-string))))))

(test-scenario "imenu is asked"
  (test-open "essay.md")
  (let ((listed (format "%S" (eglot-imenu))))
    (test-check "the headings of the draft are listed"
                (seq-every-p (lambda (heading) (string-match-p heading listed))
                             '("Peace as a Stated Aim" "One sentence, two translations" "Development and the present"))
                listed)))

(test-scenario "plain text is opened"
  (test-open "notes.txt")
  (test-wait #'flymake-diagnostics)
  (test-check "its quotations are checked as well" (test-finding "interest")
              (mapconcat #'flymake-diagnostic-text (flymake-diagnostics) "\n")))

(test-say "the end")
(kill-emacs 0)
;;; run.el ends here
