;;; newslint.el --- newslint in Emacs, by Eglot  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Version: 0.1.0
;; Package-Requires: ((emacs "26.3") (eglot "1.9"))
;; Keywords: text, wp

;;; Commentary:

;; The editorial consistency linter for journalists, in text, Markdown, HTML and reStructuredText.
;; Eglot is part of Emacs 29; before, install it by M-x package-install eglot.
;; Load this file in your init file:
;;
;;     (load "/path/to/newslint.el")

;;; Code:

(require 'eglot)

(defgroup newslint nil "The editorial consistency linter." :group 'text)

(defcustom newslint-command '("newslint" "lsp")
  "How the language server is started."
  :type '(repeat string))

(defcustom newslint-modes '(text-mode markdown-mode gfm-mode html-mode mhtml-mode rst-mode)
  "The modes that drafts are written in."
  :type '(repeat symbol))

;; Settings go above the desk's .newslint.yaml, for example:
;;
;;     (setq-default eglot-workspace-configuration '(:newslint (:profile "wire" :minSeverity "info")))

(defun newslint--contact (&rest _)
  "The command of the server, as Eglot asks for it."
  newslint-command)

(add-to-list 'eglot-server-programs (cons newslint-modes #'newslint--contact))

(defun newslint-start ()
  "Lint the draft in this buffer, if it has a file and one of `newslint-modes'."
  (when (and buffer-file-name (memq major-mode newslint-modes))
    (eglot-ensure)))

;; All of these modes are kinds of text-mode, and run its hook.
(add-hook 'text-mode-hook #'newslint-start)

(provide 'newslint)
;;; newslint.el ends here
