;;; The second opinion: what the generated rules share. Truths are numbers, 0 false, 1 unknown, 2 true, so that Kleene's strong tables are min
;;; (all), max (any), 2 - x (not) and the n-th largest (at least n). Figures are whole numbers of small parts, so that every mean is exact.
;;; clips_program.py writes the templates, the rules and ?*infinity*, ?*fine*; see README.md for what is independent of the engine.

(deftemplate the-case (slot name) (slot day) (slot practices))

;;; ---- A number between ?low and ?high, and a bound -------------------------------------------------------------------------

(deffunction reaches (?low ?high ?bound) (if (>= ?low ?bound) then 2 else (if (>= ?high ?bound) then 1 else 0)))
(deffunction exceeds (?low ?high ?bound) (if (> ?low ?bound) then 2 else (if (> ?high ?bound) then 1 else 0)))
(deffunction stays-within (?low ?high ?bound) (if (<= ?high ?bound) then 2 else (if (<= ?low ?bound) then 1 else 0)))
(deffunction stays-below (?low ?high ?bound) (if (< ?high ?bound) then 2 else (if (< ?low ?bound) then 1 else 0)))
(deffunction equals (?low ?high ?bound) (min (reaches ?low ?high ?bound) (stays-within ?low ?high ?bound)))

;;; ---- Options ----------------------------------------------------------------------------------------------------------------

(deffunction in-common (?some $?listed)
   (foreach ?one ?some (if (member$ ?one ?listed) then (return TRUE)))
   FALSE)

;;; The single choice is one of ?may-be; empty: nobody has answered.
(deffunction among (?may-be $?listed)
   (if (= 0 (length$ ?may-be)) then (return 1))
   (if (subsetp ?may-be ?listed) then (return 2))
   (if (in-common ?may-be ?listed) then 1 else 0))

(deffunction includes (?known ?chosen $?listed)
   (if (eq ?known no) then (return 1))
   (if (in-common ?chosen ?listed) then 2 else 0))

(deffunction at-least-n (?n $?truths)
   (if (> ?n (length$ ?truths)) then (return 0))
   (nth$ ?n (sort < ?truths)))

;;; ---- What each practice says -------------------------------------------------------------------------------------------------

(deffunction answered ($?held) (delete-member$ ?held unknown silent))
(deffunction total ($?numbers) (+ 0 0 (expand$ ?numbers)))
(deffunction lower-middle ($?values) (nth$ (div (+ (length$ ?values) 1) 2) (sort > ?values)))

;;; Every value that nothing else is said more often than.
(deffunction commonest ($?values)
   (bind ?most 0)
   (bind ?winners (create$))
   (while (> (length$ ?values) 0)
      (bind ?value (nth$ 1 ?values))
      (bind ?others (delete-member$ ?values ?value))
      (bind ?count (- (length$ ?values) (length$ ?others)))
      (if (> ?count ?most) then (bind ?winners (create$)) (bind ?most ?count))
      (if (= ?count ?most) then (bind ?winners (create$ ?winners ?value)))
      (bind ?values ?others))
   ?winners)

;;; Several voices of one practice, none of them unknown.
(deffunction mean-voice ($?voices) (div (total ?voices) (length$ ?voices)))
(deffunction middle-voice ($?voices) (lower-middle ?voices))
(deffunction common-voice ($?voices) (nth$ 1 (sort > (commonest ?voices))))
(deffunction first-voice ($?voices) (nth$ 1 ?voices))

(deffunction together (?combine $?voices)
   (bind ?known (answered ?voices))
   (if (= 0 (length$ ?known)) then unknown else (funcall ?combine ?known)))

;;; One entry for each practice: its own answer, else that of its people, else ?otherwise. Without practices: the group's.
(deffunction hear (?combine ?practices ?of-group ?otherwise $?said)
   (if (= ?practices 0) then (return (create$ ?of-group)))
   (bind ?held (create$))
   (if (= 0 (length$ ?said)) then
      (loop-for-count ?practices (bind ?held (create$ ?held ?otherwise)))
      (return ?held))
   (bind ?place 1)
   (while (<= ?place (length$ ?said))
      (bind ?word (nth$ ?place ?said))
      (if (eq ?word -) then
         (bind ?held (create$ ?held ?otherwise)))
      (if (eq ?word own) then
         (bind ?place (+ ?place 1))
         (bind ?held (create$ ?held (nth$ ?place ?said))))
      (if (eq ?word voices) then
         (bind ?voices (create$))
         (bind ?place (+ ?place 1))
         (while (neq (nth$ ?place ?said) /)
            (bind ?voices (create$ ?voices (nth$ ?place ?said)))
            (bind ?place (+ ?place 1)))
         (bind ?held (create$ ?held (together ?combine ?voices))))
      (bind ?place (+ ?place 1)))
   ?held)

(deffunction first-or-silent ($?group) (if (= 0 (length$ ?group)) then silent else (nth$ 1 ?group)))

;;; ---- What the practices say together -----------------------------------------------------------------------------------------

(deffunction nothing-known () (create$ (- 0 ?*infinity*) ?*infinity*))

(deffunction together-median ($?held)
   (bind ?known (sort > (answered ?held)))
   (bind ?count (length$ ?known))
   (if (= ?count 0) then (return (nothing-known)))
   (bind ?middle (div (+ (nth$ (div (+ ?count 1) 2) ?known) (nth$ (+ 1 (div ?count 2)) ?known)) 2))
   (create$ ?middle ?middle))

(deffunction together-mean ($?held)
   (bind ?known (answered ?held))
   (if (= 0 (length$ ?known)) then (return (nothing-known)))
   (bind ?mean (div (total ?known) (length$ ?known)))
   (create$ ?mean ?mean))

(deffunction together-lowest ($?held)
   (bind ?known (sort > (answered ?held)))
   (if (= 0 (length$ ?known)) then (nothing-known) else (create$ (nth$ 1 ?known) (nth$ 1 ?known))))

(deffunction together-highest ($?held)
   (bind ?known (sort < (answered ?held)))
   (if (= 0 (length$ ?known)) then (nothing-known) else (create$ (nth$ 1 ?known) (nth$ 1 ?known))))

(deffunction together-sum ($?held)
   (bind ?known (answered ?held))
   (if (= 0 (length$ ?known)) then (return (nothing-known)))
   (create$ (total ?known) (if (= (length$ ?known) (length$ ?held)) then (total ?known) else ?*infinity*)))

;;; A figure that follows the practices listed; a larger one that was stated wins.
(deffunction count-practices (?practices ?stated)
   (if (= ?practices 0) then (return (if (numberp ?stated) then (create$ ?stated ?stated) else (nothing-known))))
   (bind ?count (* ?practices ?*unit*))
   (if (and (numberp ?stated) (> ?stated ?count)) then (create$ ?stated ?stated) else (create$ ?count ?count)))

(deffunction sum-practices (?practices ?stated $?held)
   (if (= ?practices 0) then (return (if (numberp ?stated) then (create$ ?stated ?stated) else (nothing-known))))
   (bind ?known (answered ?held))
   (bind ?sum (total ?known))
   (if (numberp ?stated) then (return (create$ (max ?stated ?sum) (max ?stated ?sum))))
   (create$ ?sum (if (= (length$ ?known) (length$ ?held)) then ?sum else ?*infinity*)))

;;; Options that the group's single choice may be.
(deffunction options-median ($?held)
   (bind ?known (answered ?held))
   (if (= 0 (length$ ?known)) then (create$) else (create$ (lower-middle ?known))))

(deffunction options-worst (?neutral $?held)
   (bind ?known (answered ?held))
   (bind ?telling (create$))
   (foreach ?one ?known (if (not (member$ ?one ?neutral)) then (bind ?telling (create$ ?telling ?one))))
   (if (= 0 (length$ ?telling)) then (bind ?telling ?known))
   (if (= 0 (length$ ?telling)) then (create$) else (create$ (nth$ 1 (sort < ?telling)))))

(deffunction options-commonest ($?held) (commonest (answered ?held)))

;;; Statistics over the practices: the lowest and the highest that the figure may be.
(deffunction statistic-lowest ($?held)
   (bind ?known (sort > (answered ?held)))
   (if (= 0 (length$ ?known)) then (return (nothing-known)))
   (create$ (if (= (length$ ?known) (length$ ?held)) then (nth$ 1 ?known) else (- 0 ?*infinity*)) (nth$ 1 ?known)))

(deffunction statistic-highest ($?held)
   (bind ?known (sort < (answered ?held)))
   (if (= 0 (length$ ?known)) then (return (nothing-known)))
   (create$ (nth$ 1 ?known) (if (= (length$ ?known) (length$ ?held)) then (nth$ 1 ?known) else ?*infinity*)))

(deffunction statistic-spread ($?held)
   (bind ?known (sort > (answered ?held)))
   (if (= 0 (length$ ?known)) then (return (nothing-known)))
   (bind ?spread (- (nth$ (length$ ?known) ?known) (nth$ 1 ?known)))
   (create$ ?spread (if (= (length$ ?known) (length$ ?held)) then ?spread else ?*infinity*)))

(deffunction statistic-distinct ($?held)
   (bind ?known (answered ?held))
   (if (= 0 (length$ ?known)) then (return (nothing-known)))
   (bind ?missing (- (length$ ?held) (length$ ?known)))
   (bind ?different 0)
   (while (> (length$ ?known) 0)
      (bind ?known (delete-member$ ?known (nth$ 1 ?known)))
      (bind ?different (+ ?different 1)))
   (create$ (* ?different ?*unit*) (* (+ ?different ?missing) ?*unit*)))

;;; How many practices meet a test. ?test is a deffunction of one answer.
(deffunction of-practices (?how-many ?test $?held)
   (bind ?known (answered ?held))
   (if (= 0 (length$ ?known)) then (return 1))
   (bind ?truths (create$))
   (foreach ?one ?known (bind ?truths (create$ ?truths (funcall ?test ?one))))
   (if (eq ?how-many half) then (return (if (>= (total ?truths) (length$ ?truths)) then 2 else 0)))
   (loop-for-count (- (length$ ?held) (length$ ?known)) (bind ?truths (create$ ?truths 1)))
   (bind ?truths (sort < ?truths))
   (if (eq ?how-many some) then (return (nth$ 1 ?truths)))
   (if (eq ?how-many none) then (return (- 2 (nth$ 1 ?truths))))
   (nth$ (length$ ?truths) ?truths))

;;; ---- The relationship --------------------------------------------------------------------------------------------------------

;;; Means of the practices over ?count statements, whose answers follow each other in ?held, ?practices for each statement: now, low and high of
;;; each practice, in ?*fine* parts. "Unknown" counts 2; open statements are between 1 and 5. A silent practice has no "now".
(deffunction practice-means (?count ?practices $?held)
   (bind ?finer (div ?*fine* ?*unit*))
   (bind ?means (create$))
   (loop-for-count (?practice 1 ?practices)
      (bind ?sum 0)
      (bind ?open 0)
      (loop-for-count (?statement 0 (- ?count 1))
         (bind ?one (nth$ (+ ?practice (* ?statement ?practices)) ?held))
         (if (eq ?one silent) then (bind ?open (+ ?open 1))
          else (bind ?sum (+ ?sum (if (eq ?one unknown) then (* 2 ?*unit*) else ?one)))))
      (bind ?means (create$ ?means
         (if (= ?open ?count) then silent else (div (* ?sum ?finer) (- ?count ?open)))
         (div (* (+ ?sum (* ?open ?*unit*)) ?finer) ?count)
         (div (* (+ ?sum (* 5 ?open ?*unit*)) ?finer) ?count))))
   ?means)

(deffunction every-third (?from $?means)
   (bind ?found (create$))
   (while (<= ?from (length$ ?means))
      (bind ?found (create$ ?found (nth$ ?from ?means)))
      (bind ?from (+ ?from 3)))
   ?found)

(deffunction mean-of ($?numbers) (div (total ?numbers) (length$ ?numbers)))
(deffunction least-of ($?numbers) (nth$ 1 (sort > ?numbers)))
(deffunction most-of ($?numbers) (nth$ 1 (sort < ?numbers)))

;;; A reading is three numbers: now, low, high.
(deffunction reading-mean ($?means)
   (bind ?now (delete-member$ (every-third 1 ?means) silent))
   (if (= 0 (length$ ?now)) then (return (create$ none ?*fine* (* 5 ?*fine*))))
   (create$ (mean-of ?now) (mean-of (every-third 2 ?means)) (mean-of (every-third 3 ?means))))

(deffunction reading-lowest ($?means)
   (bind ?now (delete-member$ (every-third 1 ?means) silent))
   (if (= 0 (length$ ?now)) then (return (create$ none ?*fine* (* 5 ?*fine*))))
   (create$ (least-of ?now) (least-of (every-third 2 ?means)) (least-of (every-third 3 ?means))))

(deffunction reading-range ($?means)
   (bind ?now (delete-member$ (every-third 1 ?means) silent))
   (if (= 0 (length$ ?now)) then (return (create$ none 0 (* 4 ?*fine*))))
   (bind ?range (- (most-of ?now) (least-of ?now)))
   (if (= 3 (length$ ?means)) then (return (create$ ?range 0 0)))
   (bind ?low (every-third 2 ?means))
   (bind ?high (every-third 3 ?means))
   (create$ ?range (max 0 (- (most-of ?low) (least-of ?high))) (- (most-of ?high) (least-of ?low))))

;;; ---- Consensus of motives ----------------------------------------------------------------------------------------------------

;;; Of ?count motives: ?own what practices said themselves, ?held with the group's answer for the silent ones; both follow each other as above,
;;; after one another in ?said. Share of the practices with a decisive motive that have the commonest one; low and high in ?*fine* parts.
(deffunction consensus (?count ?practices ?decisive $?said)
   (bind ?size (* ?count ?practices))
   (bind ?sure (create$))
   (bind ?possible (create$))
   (loop-for-count (?practice 1 ?practices)
      (loop-for-count (?motive 0 (- ?count 1))
         (bind ?place (+ ?practice (* ?motive ?practices)))
         (bind ?own (nth$ ?place ?said))
         (bind ?held (nth$ (+ ?size ?place) ?said))
         (if (and (numberp ?own) (>= ?own ?decisive)) then
            (if (not (member$ ?practice ?sure)) then (bind ?sure (create$ ?sure ?practice)))
          else (if (not (numberp ?held)) then
            (if (not (member$ ?practice ?possible)) then (bind ?possible (create$ ?possible ?practice)))))))
   (if (< (length$ ?sure) 2) then (return (nothing-known)))
   (bind ?everybody (length$ ?sure))
   (foreach ?practice ?possible (if (not (member$ ?practice ?sure)) then (bind ?everybody (+ ?everybody 1))))
   (bind ?top 0)
   (bind ?high 0)
   (loop-for-count (?motive 0 (- ?count 1))
      (bind ?certain 0)
      (bind ?hopeful 0)
      (bind ?base (length$ ?sure))
      (loop-for-count (?practice 1 ?practices)
         (bind ?place (+ ?practice (* ?motive ?practices)))
         (bind ?own (nth$ ?place ?said))
         (if (and (numberp ?own) (>= ?own ?decisive)) then (bind ?certain (+ ?certain 1))
          else (if (not (numberp (nth$ (+ ?size ?place) ?said))) then
            (bind ?hopeful (+ ?hopeful 1))
            (if (not (member$ ?practice ?sure)) then (bind ?base (+ ?base 1))))))
      (bind ?top (max ?top ?certain))
      (bind ?high (max ?high (div (* (+ ?certain ?hopeful) ?*fine*) ?base))))
   (create$ (div (* ?top ?*fine*) ?everybody) ?high))

;;; ---- Depth -------------------------------------------------------------------------------------------------------------------

;;; The deepest step (0 is the first) that is at least ?needed, with every step before it.
(deffunction deepest (?needed $?steps)
   (bind ?depth 0)
   (loop-for-count (?step 1 (length$ ?steps))
      (if (< (nth$ ?step ?steps) ?needed) then (return ?depth))
      (bind ?depth (- ?step 1)))
   ?depth)

;;; ---- The run -----------------------------------------------------------------------------------------------------------------

(deffunction judge-cases (?from ?to)
   (open ?from cases "r")
   (open ?to opinion "w")
   (reset)
   (bind ?line (readline cases))
   (while (neq ?line EOF)
      (if (eq ?line "judge") then (run) (reset) else
         (if (eq (assert-string ?line) FALSE) then (printout t "Not a fact: " ?line crlf) (exit 3)))
      (bind ?line (readline cases)))
   (close cases)
   (close opinion))
