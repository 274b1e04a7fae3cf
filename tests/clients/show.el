;;; show.el --- prints what Flymake shows of a draft: emacs --batch -l newslint.el -l show.el DRAFT HOW-MANY  -*- lexical-binding: t; -*-

(require 'json)
(setq eglot-sync-connect 30 eglot-report-progress nil eglot-events-buffer-size 0)
(find-file (pop command-line-args-left))
(run-hooks 'post-command-hook)          ; where eglot-ensure waits for Emacs to be idle

(let ((wanted (string-to-number (pop command-line-args-left)))
      (end (+ (float-time) 60)))
  (while (and (< (float-time) end) (/= wanted (length (flymake-diagnostics))))
    (unless flymake-mode (flymake-mode 1))
    (flymake-start)
    (accept-process-output nil 0.2)))

(princ
 (json-encode
  (vconcat
   (mapcar (lambda (shown)
             (save-excursion
               (goto-char (flymake-diagnostic-beg shown))
               (vector (line-number-at-pos) (1+ (- (point) (line-beginning-position))) (flymake-diagnostic-text shown))))
           (flymake-diagnostics)))))

(eglot-shutdown-all)
