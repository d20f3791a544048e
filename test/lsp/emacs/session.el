;;; A session of Emacs with Eglot, its own language client, and the server; printed as one line of JSON.
;;; Environment: BDG_NODE and BDG_SERVER start it, BDG_FILE is a plan's report beside the plan.
;;; The first part is what docs/editors.md tells people to write.

(require 'package)
(package-initialize)
(require 'eglot)
(require 'json)
(require 'xref)

(define-derived-mode bdg-mode prog-mode "BDG"
  (setq-local comment-start "# "))
(add-to-list 'auto-mode-alist '("\\.bdg\\'" . bdg-mode))
(add-to-list 'eglot-server-programs
             `(bdg-mode . (,(getenv "BDG_NODE") ,(getenv "BDG_SERVER") "lsp" "--stdio"
                           :initializationOptions (:settings (:asOf "2025-06-30")))))

(defvar answers nil)
(defun answer (name value) (push (cons name value) answers))

(defun wait-for (what condition)
  "Wait until CONDITION gives something and return it."
  (let ((end (+ (float-time) 15)) found)
    (while (not (setq found (funcall condition)))
      (when (> (float-time) end) (error "Waited in vain: %s" what))
      (accept-process-output nil 0.05))
    found))

(defun problems ()
  "The problems that Flymake shows."
  (flymake-start)
  (mapcar (lambda (one)
            `((line . ,(line-number-at-pos (flymake-diagnostic-beg one)))
              (words . ,(buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))
              (message . ,(flymake-diagnostic-text one))))
          (flymake-diagnostics)))

(defun session ()
  (setq eglot-confirm-server-initiated-edits nil)
  (find-file (getenv "BDG_FILE"))
  (eglot-ensure)
  (run-hooks 'post-command-hook)
  (wait-for "the server" #'eglot-current-server)
  (answer 'before (vconcat (wait-for "problems" #'problems)))
  (goto-char (point-min))
  (search-forward "wom")
  (answer 'hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams)))
  (let ((found (xref-item-location (car (xref-backend-definitions 'eglot "LSP identifier at point.")))))
    (answer 'definition `((file . ,(file-name-nondirectory (xref-location-group found)))
                          (line . ,(xref-location-line found)))))
  ;; The missed value becomes a better one, as if it were typed.
  (re-search-forward "40")
  (replace-match "60")
  ;; Without a person there is no idle moment, in which it would be sent.
  (eglot--signal-textDocument/didChange)
  (answer 'after (vconcat (wait-for "no problems" (lambda () (and (null (problems)) [])))))
  (eglot-execute-command (eglot-current-server) "bdg.useVietnameseKeywords" (vector (eglot--path-to-uri buffer-file-name)))
  (answer 'converted (wait-for "Vietnamese keywords"
                               (lambda () (and (string-match-p "^báo cáo" (buffer-string)) (buffer-string)))))
  (eglot-format-buffer)
  (answer 'formatted (buffer-string))
  (eglot-shutdown (eglot-current-server))
  (answer 'stopped (if (eglot-current-server) :json-false t)))

(condition-case problem
    (session)
  (error (answer 'problem (error-message-string problem))))
(set-buffer-modified-p nil)
(princ (concat (json-encode answers) "\n"))
