"""Given names that are nearly always a man's or a woman's: enough to say that "she" is not Donald."""

from __future__ import annotations

from newslint.words import word_set

MEN = word_set(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey jeff ryan jacob
    gary nicholas eric jonathan stephen larry justin scott brandon benjamin ben samuel gregory frank alexander raymond
    patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter harold jeremy ethan
    carl keith roger gerald christian arthur lawrence joe jim bill bob mike tom dave dan steve rick ron tim greg matt
    tony ted bernie barack vladimir ivan sergei dmitri mohammed muhammad ahmed ali hassan ibrahim omar juan carlos
    luis miguel pedro pablo jorge fernando hans klaus pierre francois françois emmanuel boris nigel simon ian graham
    neil colin stuart gordon alan volodymyr marco mitch chuck bruce ralph phillip philip harry oliver jake luke logan
    elijah isaac
    """
)
WOMEN = word_set(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
    kimberly emily donna michelle carol amanda melissa deborah debbie stephanie rebecca sharon laura cynthia kathleen
    amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet
    catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith
    megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail
    alice julia judy sophia grace denise doris marilyn danielle beverly isabella theresa diana natalie brittany
    charlotte marie kayla alexis hillary jane kate anne annie claire fiona nikki loretta chelsea ursula
    """
)
