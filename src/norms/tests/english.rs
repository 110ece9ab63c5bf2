use super::check;

#[test]
fn obligations() {
    check(
        "en",
        &[
            ("The Responsible Unit shall publish the report.", "must=The Responsible Unit"),
            ("Agencies must keep the data.", "must=Agencies"),
            ("You must cite the source.", "must=You"),
            ("If it detects a fault, the Responsible Unit shall return the Dataset.", "must=the Responsible Unit"),
            ("The head of each Agency shall designate a Liaison.", "must=The head of each Agency"),
            (
                "Anyone with a personal interest in a matter shall declare it.",
                "must=Anyone with a personal interest in a matter",
            ),
            ("A person who votes against shall give reasons.", "must=A person who votes against"),
            ("Each Agency is required to publish its inventory.", "must=Each Agency"),
            ("Suppliers are obliged to hand over the data.", "must=Suppliers"),
            ("The Liaison has to forward the request.", "must=The Liaison"),
            ("The Liaison is responsible for updating the inventory.", "must=The Liaison"),
            ("We will publish the report.", "must=We"),
            ("GitHub will notify you before the change.", "must=GitHub"),
            ("The Committee will meet every three months.", "must=The Committee"),
            ("The Unit, together with the Liaison, shall review the catalogue.", "must=The Unit"),
            ("The Unit shall publish the minutes and may charge for copies.", "must=The Unit + may=The Unit"),
            (
                "The Unit shall publish the minutes and the Committee may review them.",
                "must=The Unit + may=the Committee",
            ),
        ],
    );
}

#[test]
fn subjects_among_asides_lists_and_other_clauses() {
    check(
        "en",
        &[
            (
                "Anyone with a personal, family or business interest in a matter shall declare it.",
                "must=Anyone with a personal, family or business interest in a matter",
            ),
            (
                "An Agency that signs a contract, whether for goods, services, works or systems, shall publish it.",
                "must=An Agency that signs a contract",
            ),
            ("That person shall not vote.", "must-not=That person"),
            ("No public servant shall retaliate.", "must-not=No public servant"),
            ("Our users should know the rules.", "should=Our users"),
            ("When your account is closed you must delete the data.", "must=you"),
            ("We will answer after learning that the third party will not sue.", "must=We"),
            ("5.1 Developer must inform the users.", "must=Developer"),
            ("You may, however, use the data.", "may=You"),
            ("There must be a way to answer.", "must=#thing"),
        ],
    );
}

#[test]
fn prohibitions() {
    check(
        "en",
        &[
            ("The Unit shall not modify the data.", "must-not=The Unit"),
            ("You may not sell the data.", "must-not=You"),
            ("Agencies must not charge.", "must-not=Agencies"),
            ("No Agency shall require registration.", "must-not=No Agency"),
            ("Nor shall the head of an Agency vote on the matter.", "must-not=the head of an Agency"),
            ("Under no circumstances may the Agency refuse.", "must-not=the Agency"),
            ("Users are prohibited from selling the data.", "must-not=Users"),
            ("Users are not permitted to sell the data.", "must-not=Users"),
            ("Agencies shall refrain from charging.", "must-not=Agencies"),
            ("The data must not be sold.", "must-not=#passive"),
            ("We will not share your data.", "must-not=We"),
            ("Members must never disclose the data.", "must-not=Members"),
        ],
    );
}

#[test]
fn weaker() {
    check(
        "en",
        &[
            ("The Committee may delegate this function.", "may=The Committee"),
            ("Every person may reuse the data.", "may=Every person"),
            ("Liaisons are permitted to attend.", "may=Liaisons"),
            ("The Unit is authorised to request reports.", "may=The Unit"),
            ("Agencies should document their processes.", "should=Agencies"),
            ("Agencies should not use closed formats.", "should-not=Agencies"),
            ("Agencies ought to document their processes.", "should=Agencies"),
            ("It is recommended that Agencies use CSV.", "should=#passive"),
            ("It is recommended not to use closed formats.", "should-not=#passive"),
            ("Only the clerk may sign the record.", "may=the clerk"),
            ("The Unit shall endeavour to use open formats.", "strive=The Unit"),
            ("We will strive to answer.", "strive=We"),
        ],
    );
}

#[test]
fn without_agent() {
    check(
        "en",
        &[
            ("The data must be published.", "must=#passive"),
            ("It must be ensured that the data are open.", "must=#passive"),
            ("The report shall be published by the Responsible Unit on the Portal.", "must=the Responsible Unit"),
            ("The data must be sent in the form issued by the Unit.", "must=#passive"),
            ("The plan must include a budget.", "must=#thing"),
            ("The report shall contain a summary.", "must=#thing"),
            ("Metadata must be in Spanish.", "must=#thing"),
            ("The report must be sent within ten days by the Liaison.", "must=the Liaison !10d"),
        ],
    );
}

#[test]
fn no_norms() {
    check(
        "en",
        &[
            ("In May 2026 the Committee met.", ""),
            ("The Committee met on 5 May and decided.", ""),
            ("The data may be found on the Portal.", ""),
            ("This may cause delays.", ""),
            ("You may want to read the guide.", ""),
            ("You can download the data.", ""),
            ("The Policy shall enter into force on publication.", ""),
            ("The term shall mean any file.", ""),
            ("This rule shall be construed broadly.", ""),
            ("The extension shall not exceed half of the time limit.", ""),
            ("The data that must be published are free.", ""),
            ("The data that the Unit must publish are free.", ""),
            ("If you must leave, tell us.", ""),
            ("Should you have questions, write to us.", ""),
            ("Must the Unit publish the report?", ""),
            ("This has to do with the law.", ""),
            ("You will receive a notice.", ""),
            ("The law will take effect in June.", ""),
            ("We may or may not answer.", ""),
            ("Nobody is required to answer.", ""),
            ("It may not work.", ""),
            ("We knew or should have known the facts.", ""),
            ("The Unit shall have no liability.", ""),
            ("A different conclusion should have been reached.", ""),
            ("The verb “shall” expresses an obligation.", ""),
            ("Agencies are not required to answer.", ""),
            ("The requirements are long.", ""),
        ],
    );
}

#[test]
fn deadlines() {
    check(
        "en",
        &[
            ("The Unit shall return it within five working days after receiving it.", "must=The Unit !5wd+"),
            ("The Unit shall answer within 30 calendar days of receipt.", "must=The Unit !30cd+"),
            ("The Unit must answer no later than 10 business days after the request.", "must=The Unit !10wd+"),
            ("The Unit shall answer by 31 March 2027.", "must=The Unit !date"),
            ("The Unit shall answer before March 31.", "must=The Unit !date"),
            ("The Unit shall answer as soon as possible.", "must=The Unit !vague"),
            ("The Unit shall promptly answer.", "must=The Unit !vague"),
            ("The Unit shall answer immediately.", "must=The Unit !now"),
            ("The Unit shall answer within twenty-four hours.", "must=The Unit !24h"),
            ("Within two weeks, the Unit shall answer.", "must=the Unit !2w"),
            ("The Committee shall meet at least once every six months.", "must=The Committee"),
            ("The Liaison must have two years of experience.", "must=The Liaison"),
            ("The Unit shall keep the minutes for five years.", "must=The Unit"),
            ("The Secretariat shall send the notice five working days before a session.", "must=The Secretariat !5wd+"),
            ("The Unit shall answer within 72 hours, upon learning of the breach.", "must=The Unit !72h+"),
            ("The Unit shall answer within ten days once the file is complete.", "must=The Unit !10d+"),
        ],
    );
}

#[test]
fn durations_and_the_times_of_conditions_are_no_deadlines() {
    check(
        "en",
        &[
            ("The Unit shall read silence longer than two weeks as consent.", "must=The Unit"),
            ("The Unit shall answer in a period not exceeding two weeks.", "must=The Unit !2w"),
            ("The Unit shall pay the costs, but only if it is promptly notified.", "must=The Unit"),
            ("The Unit shall pay the costs, provided that the Agency (a) tells it promptly.", "must=The Unit"),
            ("If the Agency cures the fault within ten days of notice, the Unit shall go on.", "must=the Unit"),
            ("The Unit shall, if asked, answer within ten days of receipt.", "must=The Unit !10d+"),
        ],
    );
}

#[test]
fn passives_and_what_says_by_whom() {
    check(
        "en",
        &[
            ("The report shall be received and published by the Unit.", "must=the Unit"),
            ("The report shall be published in the form issued by the Unit.", "must=#passive"),
            ("Your use must be, based on our view, lawful.", "must=#thing"),
            ("If taxes are required to be withheld, the Unit shall pay them.", "must=the Unit"),
            ("The Unit shall be entitled to charge a fee.", ""),
        ],
    );
}
